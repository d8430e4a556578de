/** English words of the place where the laptop stands. */
export const visit = {
  title: 'Where I am plugged in',
  why: 'The viewpoint decides what can be proven. A port seen from another place does not count.',
  stage: 'Stage',
  places: 'Viewpoint',
  checkedAt: 'checked: {{when}}',
  notChecked: 'not checked yet',
  instead: {
    workstation: 'in place of a workstation',
    device: 'in place of an MFP',
    server: 'beside the server',
  },
  targets: { server: 'server', devices: 'MFPs, {{count}}', external: 'external' },
  cable: {
    workstation: 'Take the cable out of a workstation and put it into the laptop.',
    device:
      'Take the cable out of an MFP. If the port refuses an unknown MAC, ask the administrator to open it for a while.',
    server: 'The administrator gives you a port in the server network. The address should be near {{host}}.',
  },
  toDevices: 'To MFPs:',
  cannotProve: 'Does not prove the path {{places}}',
  and: ' and ',
  provesNothing: 'No flow starts here',
  interfaces: {
    title: 'Through which interface',
    address: 'Address',
    gateway: 'Gateway',
    looks: 'Looks like',
    system: 'The system chooses',
    systemHint: 'by the routing table of this computer',
    none: 'none',
    foot: 'Checks will leave only from {{address}}.',
    footSystem: 'The system chooses the address for each check.',
    refresh: 'Refresh addresses',
  },
  looks: {
    loopback: 'this computer',
    device: 'MFP network',
    server: 'server network',
    both: 'shared network of MFPs and servers',
    unknown: 'no hosts of the profile',
  },
  misfit: {
    title: {
      workstation: 'The address does not look like a workstation network',
      device: 'The address is not in the MFP network',
      server: 'The address is not in the server network',
    },
    text: {
      workstation:
        'The workstation socket is chosen, but the laptop got {{address}}: hosts of the profile stand in that network ({{looks}}). Such a run may prove the wrong path.',
      device:
        'The MFP socket is chosen, but the laptop got {{address}}. No MFP of the profile stands in that network. Such a run may prove the wrong path.',
      server:
        'The server network is chosen, but the laptop got {{address}}. No server of the profile stands in that network. Such a run may prove the wrong path.',
    },
    change: 'This is the {{place}}',
    recable: 'I moved the cable',
    confirm: 'It is right, check from here',
  },
  indirect: 'Look indirectly too',
  indirectHint: 'Services whose path starts elsewhere: such answers do not count towards readiness',
  fromHere: 'From here: {{direct}} direct, {{indirect}} indirect, {{elsewhere}} not from here.',
  begin: 'Start checks',
  decideAddress: 'First decide about the address',
  nothingToProbe: 'There is nothing to check from here: choose another viewpoint',
  running: 'A run is going on: wait for its end or stop it',
  failedTo: {
    load: 'The site could not be loaded',
    plan: 'The checks could not be planned',
    interfaces: 'The interfaces of this computer could not be read',
  },
} as const;
