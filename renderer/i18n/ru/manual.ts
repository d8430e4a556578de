/** Russian words of what is looked at by hand. */
export const manual = {
  title: 'Осмотр вручную',
  why: 'Чего не видно по сети. Ответы, заметки и фото попадут на чек-лист.',
  none: 'В каталоге требований этой площадки пунктов для осмотра нет.',
  looked: 'Осмотрено {{done}} из {{total}}',
  next: 'Дальше',
  states: { done: 'Сделано', 'not-done': 'Не сделано', 'not-applicable': 'Не применимо' },
  completes: 'Дополняет: {{requirements}}',
  note: 'Заметка',
  noteHints: {
    done: 'Где смотрели, сколько устройств',
    'not-done': 'Что не так и кто исправит',
    'not-applicable': 'Почему не применимо',
  },
  saidBy: 'Со слов кого',
  saidByHint: 'Пусто, если видели сами',
  when: 'отмечено: {{when}}',
  takeBack: 'Снять отметку',
} as const;
