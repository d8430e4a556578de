/** Causes in the stores that Printum keeps its tasks in, in words. */
import type { CauseText } from './cause-text.ts';

/** Places: master (`address:port`), list (who misses it). */
export const STORE_CAUSES = {
  'redis-master-down': {
    title: { ru: 'Ведущий Redis {master} недоступен', en: 'The Redis master {master} is unreachable' },
    explanation: {
      ru: 'Его не видят {list}: реплика без связи с ведущим или Sentinel считает его недоступным. Пока ведущего нет, задачи печати не записываются.',
      en: 'It is missed by {list}: a replica without its master, or a Sentinel that holds it for unreachable. Without a master no print task can be stored.',
    },
    remedy: {
      ru: 'Запустить Redis на {master} и проверить связь с ним от {list} и пароль ведущего (masterauth, auth-pass).',
      en: 'Start Redis on {master}, and check the connection to it from {list} and the password of the master (masterauth, auth-pass).',
    },
    addressee: 'printum-admin',
  },
} as const satisfies Record<string, CauseText>;
