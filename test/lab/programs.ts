/** What must be installed for the laboratory: its daemons, and the programs that look at them independently. */
export const LAB_PROGRAMS: readonly string[] = [
  ...['ip', 'nft', 'sysctl', 'setpriv', 'nginx', 'cupsd', 'vsftpd', 'snmpd', 'snmptrapd', 'ippeveprinter'],
  ...['dbus-daemon', 'avahi-daemon', 'redis-server', 'redis-sentinel', 'haproxy', 'slapd', 'krb5kdc'],
  ...[
    'kdb5_util',
    'dnsmasq',
    'ganesha.nfsd',
    'clickhouse-server',
    'openssl',
    'nmap',
    'snmpget',
    'snmpinform',
  ],
  ...['ipptool', 'curl', 'redis-cli', 'psql', 'ldapsearch', 'dig', 'kinit', 'rpcinfo'],
];
