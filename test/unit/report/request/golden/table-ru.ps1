# Заявка ЗП-2026-11-22-01: Головной офис
# Для брандмауэра Windows на узлах назначения: на каждом узле выполнить его часть от имени администратора.
# Отменить всё: Remove-NetFirewallRule -Group 'Printum ЗП-2026-11-22-01'
# Строка 4: правило на узле не нужно, соединения принимает не компьютер с Windows
# Строка 5: правило на узле не нужно, соединения принимает не компьютер с Windows
# Строка 6: правило на узле не нужно, соединения принимает не компьютер с Windows
# Строка 10: правило на узле не нужно, соединения принимает не компьютер с Windows

# На узле 10.77.30.10, prn-app01.corp.example
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 1' -Group 'Printum ЗП-2026-11-22-01' -Description 'Личный кабинет, HTTP (стр. 1); Личный кабинет, HTTPS (стр. 2); Мониторинг, HTTP (стр. 5); Мониторинг, HTTPS (стр. 6); ПринтМенеджер, HTTP (стр. 7); ПринтМенеджер, HTTPS (стр. 8); CUPS, печать по IPP (стр. 9)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.10' -LocalPort '80', '443', '1631', '8000-8001', '8010', '8080' -RemoteAddress '10.77.10.0/24'
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 2' -Group 'Printum ЗП-2026-11-22-01' -Description 'ПринтМенеджер, HTTP (стр. 7); ПринтМенеджер, HTTPS (стр. 8); Сканы, FTP активный (стр. 11); Сканы, FTP пассивный (стр. 12)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.10' -LocalPort '21', '8010', '8080', '30000-30199' -RemoteAddress '10.77.20.0/24'
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 3' -Group 'Printum ЗП-2026-11-22-01' -Description 'Ловушки SNMP (стр. 20)' -Direction Inbound -Action Allow -Protocol UDP -LocalAddress '10.77.30.10' -LocalPort '162' -RemoteAddress '10.77.20.0/24'

# На узле 10.77.30.20
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 7' -Group 'Printum ЗП-2026-11-22-01' -Description 'PostgreSQL (стр. 19); ClickHouse (стр. 19)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.20' -LocalPort '5432', '8123' -RemoteAddress '10.77.30.10'

# На узле 10.77.30.5
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 8' -Group 'Printum ЗП-2026-11-22-01' -Description 'Домен (стр. 19)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.5' -LocalPort '389' -RemoteAddress '10.77.30.10'

# На узле 10.77.30.22
New-NetFirewallRule -DisplayName 'Printum ЗП-2026-11-22-01 / 9' -Group 'Printum ЗП-2026-11-22-01' -Description 'NFS (стр. 19)' -Direction Inbound -Action Allow -Protocol TCP -LocalAddress '10.77.30.22' -LocalPort '2049' -RemoteAddress '10.77.30.10'
