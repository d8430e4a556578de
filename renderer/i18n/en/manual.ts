/** English words of what is looked at by hand. */
export const manual = {
  title: 'By hand',
  why: 'What the network cannot show. Answers, notes and photos go onto the checklist.',
  none: 'The catalogue of requirements of this site has no items to look at.',
  looked: '{{done}} of {{total}} looked at',
  next: 'Next',
  states: { done: 'Done', 'not-done': 'Not done', 'not-applicable': 'Not applicable' },
  completes: 'Completes: {{requirements}}',
  note: 'Note',
  noteHints: {
    done: 'Where you looked, at how many devices',
    'not-done': 'What is wrong and who will mend it',
    'not-applicable': 'Why it does not apply',
  },
  saidBy: 'Who said so',
  saidByHint: 'Empty where you saw it yourself',
  when: 'noted: {{when}}',
  takeBack: 'Take the answer back',
} as const;
