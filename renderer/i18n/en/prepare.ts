/** English words of the preparation for a visit. */
export const prepare = {
  title: 'Preparation',
  why: 'What to bring, and what to ask the customer for in good time. Ticks are kept with the visit.',
  stage: 'Stage',
  stageHint: {
    'before-install':
      'The network is judged: whether packets arrive. There are no services yet, their silence is no fault.',
    'after-install': 'Network and services are judged: each must answer in its own protocol.',
  },
  groups: { bring: 'Bring along', ask: 'Ask the customer for' },
  ticked: '{{done}} of {{total}} ticked',
  paper: 'Paper before the visit',
  paperHint: 'The checklist for the profile of this site: one can work with it without the program too.',
  blank: 'Blank checklist to print',
  request: 'Request to open ports',
  requestHint:
    'The whole table of requirements with the addresses of the site: hand it to the network administrator before the visit.',
  next: 'Next: where I am plugged in',
  lines: {
    laptop: {
      title: 'Laptop with Ethernet and a patch cord',
      text: 'And its charger: going round all places takes an hour or more.',
    },
    rights: {
      title: 'Administrator rights on the laptop',
      text: 'Without them port 162 cannot be taken for traps, nor a question of the firewall answered.',
    },
    quietLaptop: {
      title: 'VPN and Wi-Fi of the laptop are off',
      text: 'Otherwise checks go another way. Incoming connections for FTP and traps must be allowed.',
    },
    secondLaptop: {
      title: 'A second laptop, if there is one',
      text: 'It takes the place of the server or an MFP and answers the first: the path is proven from both ends.',
    },
    blank: { title: 'A blank checklist and a pen', text: 'In case the laptop is not let into the network.' },
    firewall: {
      title: 'Who changes the firewall rules',
      text: 'Name and telephone; best within reach during the visit.',
    },
    consent: {
      title: 'Consent to checking ports',
      text: 'Intrusion detection may take it for a scan: let the security people know.',
    },
    workstationSocket: {
      title: 'A socket in the workstation network',
      text: 'The switch port must let in a foreign MAC (802.1X, port security).',
    },
    deviceSocket: {
      title: 'A socket in the MFP network',
      text: 'MFPs in the profile: {{count}}. The switch port must let in a foreign MAC.',
    },
    serverSocket: { title: 'A port in the server network', text: 'Beside {{hosts}}, in the same subnet.' },
    freeAddress: {
      title: 'A free address in each network',
      text: 'Address, mask and gateway, where there is no DHCP or it serves a fixed list.',
    },
    rooms: {
      title: 'Access to the rooms',
      text: 'The server room and where the MFPs stand; whether photos are allowed.',
    },
    deviceList: {
      title: 'The list of MFPs',
      text: 'The profile has none yet: addresses, models and places. A list from Excel can be pasted into the profile.',
    },
    deviceAccess: {
      title: 'The administrator password of the MFPs',
      text: 'To switch on SNMP v1 and v2c, set the trap address and install the application.',
    },
    community: {
      title: 'The SNMP community',
      text: 'For reading, one for all MFPs. Compare it with the profile.',
    },
    ftpAccount: {
      title: 'The FTP account for scans and its password',
      text: 'User in the profile: {{user}}. It must be allowed to write to the directory.',
    },
    postgresql: { title: 'PostgreSQL database, user and password', text: 'Server: {{hosts}}.' },
    clickhouse: { title: 'The ClickHouse port, with TLS or without', text: 'Server: {{hosts}}.' },
    domain: { title: 'The name of the domain and its controllers', text: 'In the profile: {{hosts}}.' },
    nfs: { title: 'The NFS export, open to the Printum server', text: 'Server: {{hosts}}.' },
    onlineInstall: {
      title: 'The way of the server to s3.printum.io',
      text: 'Direct or by a proxy. In a closed network the installation comes from a medium: waive this requirement.',
    },
    printumAdministrator: {
      title: 'The Printum administrator within reach',
      text: 'Login to the panels of PrintManager and Monitoring, a test job, a scan from the panel of an MFP.',
    },
    redisPassword: {
      title: 'The Redis password, if there is one',
      text: 'Without it the nodes of the cluster refuse.',
    },
    failoverWindow: {
      title: 'A time to stop one server',
      text: 'High availability is seen only while a node is switched off.',
    },
  },
} as const;
