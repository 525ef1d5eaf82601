-- Before the product told a silent machine from one that said goodbye.
insert into device (equipment, last_heard, status_at, online) values
    ('lift-01', '2026-01-10 08:00:00Z', '2026-01-10 08:00:00Z', true),
    ('lift-02', '2026-01-10 08:00:00Z', null, false);
