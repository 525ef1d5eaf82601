-- While segments were kept as text.
insert into sms_in_segment (provider, sender, reference, segments, segment, text, at)
values ('sms', '13800000001', 7, 2, 1, '拒 4001 堵', '2026-01-10 08:05:00Z');
