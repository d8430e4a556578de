/** Reasons of NFS checks. */
import type { ReasonText } from './reason-text.ts';

/** `seen` is an export, a range of versions or a word of RPC; `other` the port of rpcbind. */
export const NFS_REASONS = {
  'nfs-not-there': {
    message: {
      ru: 'На порту отвечает RPC, но не NFS ({seen})',
      en: 'RPC answers on the port, but not NFS ({seen})',
    },
    remedy: {
      ru: 'Запустить службу NFS на {host} и проверить её порт {port}',
      en: 'Start the NFS service on {host}, and check its port {port}',
    },
  },
  'nfs-old-version': {
    message: {
      ru: 'NFS отвечает, но ни версии 4, ни версии 3: сервер знает {seen}',
      en: 'NFS answers, but neither version 4 nor 3: the server knows {seen}',
    },
    remedy: {
      ru: 'Включить NFS версии 4 или 3 на {host}',
      en: 'Switch on NFS version 4 or 3 on {host}',
    },
  },
  'nfs-refused': {
    message: {
      ru: 'NFS доступен, но этому адресу отказывает ({seen})',
      en: 'NFS is reachable, but refuses this address ({seen})',
    },
    remedy: {
      ru: 'Разрешить на {host} доступ к NFS с адресов серверов Принтум',
      en: 'Allow the addresses of the Printum servers to use NFS on {host}',
    },
  },
  'nfs-no-rpcbind': {
    message: {
      ru: 'NFS отвечает только версии 3, а rpcbind на порту {other} не отозвался ({errno}): подключить папку не выйдет',
      en: 'NFS answers in version 3 only, and rpcbind on port {other} did not ({errno}): the folder cannot be mounted',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, tcp {other} и порт mountd, или включить NFS версии 4',
      en: 'Allow {from} → {host}, tcp {other} and the port of mountd, or switch on NFS version 4',
    },
  },
  'nfs-export-missing': {
    message: {
      ru: 'NFS отвечает, но папки {seen} на сервере нет',
      en: 'NFS answers, but the server has no folder {seen}',
    },
    remedy: {
      ru: 'Открыть папку {seen} на {host} для серверов Принтум или исправить путь в профиле',
      en: 'Export {seen} on {host} to the Printum servers, or correct the path in the profile',
    },
  },
} as const satisfies Record<string, ReasonText>;
