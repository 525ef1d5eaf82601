-- While complaints were registered, and nobody had to do anything about them: one of each category, with times as exact as they come.
insert into complaint (id, category, ticket, call, number, customer, received) values
    (nextval('complaint_number'), 'QUALITY', 1001, 'pbx-1767.1', '13900000001', null, '2026-01-10 08:00:00Z'),
    (nextval('complaint_number'), 'PACKAGING', 1001, 'pbx-1767.2', '+8613900000002', 'c-"1"\汽修', '2026-01-10 08:00:00.5Z'),
    (nextval('complaint_number'), 'CONDUCT', 1002, 'pbx-1767.3', '', null, '2026-01-10 23:59:59.000001Z'),
    (nextval('complaint_number'), 'DEALER', 1002, 'pbx-1767.4', '13900000004', 'c1', '2026-01-10 08:00:59.12Z');
