# Request ЗП-2026-11-22-01: Головной офис
# For the Windows firewall of the destination hosts: run on each host its part as administrator.
# Take it all back: Remove-NetFirewallRule -Group 'Printum ЗП-2026-11-22-01'
# Row 4: no rule on a host is needed, what accepts the connections is no Windows computer
# Row 5: no rule on a host is needed, what accepts the connections is no Windows computer
# Row 6: no rule on a host is needed, what accepts the connections is no Windows computer
# Row 10: no rule on a host is needed, what accepts the connections is no Windows computer

# On the host 10.77.30.10, prn-app01.corp.example
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 1' -Group 'Printum ЗП-2026-11-22-01' -Description 'Personal account, HTTP (row 1); Personal account, HTTPS (row 2); Monitoring, HTTP (row 5); Monitoring, HTTPS (row 6); PrintManager, HTTP (row 7); PrintManager, HTTPS (row 8); CUPS, printing over IPP (row 9)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.10' -LocalPort '80', '443', '1631', '8000-8001', '8010', '8080' -RemoteAddress '10.77.10.0/24'
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 2' -Group 'Printum ЗП-2026-11-22-01' -Description 'PrintManager, HTTP (row 7); PrintManager, HTTPS (row 8); Scans, active FTP (row 11); Scans, passive FTP (row 12)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.10' -LocalPort '21', '8010', '8080', '30000-30199' -RemoteAddress '10.77.20.0/24'
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 3' -Group 'Printum ЗП-2026-11-22-01' -Description 'SNMP traps (row 20)' -Direction Inbound -Action Allow -Protocol UDP -LocalAddress '10.77.30.10' -LocalPort '162' -RemoteAddress '10.77.20.0/24'

# On the host 10.77.30.20
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 7' -Group 'Printum ЗП-2026-11-22-01' -Description 'PostgreSQL (row 19); ClickHouse (row 19)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.20' -LocalPort '5432', '8123' -RemoteAddress '10.77.30.10'

# On the host 10.77.30.5
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 8' -Group 'Printum ЗП-2026-11-22-01' -Description 'Domain (row 19)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.5' -LocalPort '389' -RemoteAddress '10.77.30.10'

# On the host 10.77.30.22
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 9' -Group 'Printum ЗП-2026-11-22-01' -Description 'NFS (row 19)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.22' -LocalPort '2049' -RemoteAddress '10.77.30.10'
