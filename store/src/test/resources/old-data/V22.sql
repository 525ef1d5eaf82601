-- Before promises had columns for their clause, and while the local outbox was the only provider.
insert into ticket (id, key, equipment, state, version, due_at, over, opened_at, changed_at, facts, details)
select id, 'caller/' || id, '', state, case state when 'Closed' then 3 else 0 end, null, state = 'Closed',
    '2026-01-10 08:00:00Z', '2026-01-10 08:00:00Z',
    cast('{"id":' || id || ',"key":"caller/' || id || '","failureMode":"REPORTED_BY_CALLER","severity":"MAJOR","origin":'
        || '{"is":"Telephone","call":"1.' || id || '","number":"13900000001"},"raised":"2026-01-10T08:00:00Z"}' as json),
    cast(details as json)
from (values (1001, 'Raised', '{"is":"Raised"}'),
    (1002, 'Closed', '{"is":"Closed","by":{"is":"Operator","name":"agent"},"at":"2026-01-10T11:00:00Z"}')) as old (id, state, details);

insert into promise (id, ticket, state, version, due_at, over, opened_at, changed_at, facts, details)
values ('00000000-0000-0000-0000-000000000001', 1001, 'Running', 0, '2026-01-10 08:30:00.123456Z', false,
    '2026-01-10 08:00:00.123456Z', '2026-01-10 08:00:00.123456Z',
    '{"id":"00000000-0000-0000-0000-000000000001","ticket":1001,"clause":{"id":"hotline-30min","kind":"CALLBACK","within":"PT30M","text":"三十分钟内回电"},"made":"2026-01-10T08:00:00.123456789Z","policyVersion":"1"}',
    '{"is":"Running","deadline":"2026-01-10T08:30:00.123456789Z"}');

insert into notice (id, ticket, recipient, code, state, version, due_at, over, opened_at, changed_at, facts, details)
select cast('00000000-0000-0000-0000-00000000010' || number as uuid), 1001, '13800000001', '400' || number, state, version,
    cast(due as timestamptz), state in ('Delivered', 'Failed'), '2026-01-10 08:00:00Z', '2026-01-10 08:00:00Z',
    cast('{"id":"00000000-0000-0000-0000-00000000010' || number || '","kind":"DISPATCH","ticket":1001,"to":"13800000001","code":"400'
        || number || '","text":"工单","created":"2026-01-10T08:00:00Z"}' as json),
    cast(details as json)
from (values
    (1, 'Queued', 0, '2026-01-10 08:00:00Z', '{"is":"Queued","from":"2026-01-10T08:00:00Z","tries":0}'),
    (2, 'Submitting', 1, '2026-01-10 08:01:30.5Z', '{"is":"Submitting","since":"2026-01-10T08:01:00.500Z","tries":1}'),
    (3, 'Unknown', 2, null, '{"is":"Unknown","at":"2026-01-10T08:02:00.123456789Z","reason":"a connection broke"}'),
    (4, 'Submitted', 2, null, '{"is":"Submitted","providerId":"a}1","at":"2026-01-10T08:02:00.123456789Z"}'),
    (5, 'Delivered', 3, null, '{"is":"Delivered","providerId":"a5","at":"2026-01-10T08:03:00Z"}'),
    (6, 'Failed', 2, null, '{"is":"Failed","at":"2026-01-10T08:02:00.123456789Z","reason":"no such number"}')
) as old (number, state, version, due, details);

insert into journal (position, subject, id, version, at, nanos, event, details)
select journal_position(cast(row_number() over () as integer)), subject, id, version, cast(at as timestamptz), nanos, event, cast(details as json)
from (
    select 'ticket', cast(id as text), 0, '2026-01-10 08:00:00Z', 0, 'Opened', cast(facts as text) from ticket
    union all values
        ('ticket', '1002', 1, '2026-01-10 09:00:00Z', 0, 'Accepted', '{"is":"Accepted","by":{"is":"Operator","name":"agent"}}'),
        ('ticket', '1002', 2, '2026-01-10 10:00:00Z', 0, 'Resolved', '{"is":"Resolved","by":{"is":"Operator","name":"agent"},"how":"by telephone"}'),
        ('ticket', '1002', 3, '2026-01-10 11:00:00Z', 0, 'Closed', '{"is":"Closed","by":{"is":"Operator","name":"agent"}}')
    union all
    select 'promise', cast(id as text), 0, '2026-01-10 08:00:00.123456Z', 789, 'Opened', cast(facts as text) from promise
    union all
    select 'notice', cast(id as text), 0, '2026-01-10 08:00:00Z', 0, 'Opened', cast(facts as text) from notice
    union all
    select 'notice', cast(id as text), 1, '2026-01-10 08:01:00.5Z', 0, 'Taken', '{"is":"Taken"}' from notice where version >= 1
    union all
    select 'notice', '00000000-0000-0000-0000-00000000010' || number, version, at, nanos, event, details from (values
        (3, 2, '2026-01-10 08:02:00.123456Z', 789, 'OutcomeUnknown', '{"is":"OutcomeUnknown","reason":"a connection broke"}'),
        (4, 2, '2026-01-10 08:02:00.123456Z', 789, 'Submitted', '{"is":"Submitted","providerId":"a}1"}'),
        (5, 2, '2026-01-10 08:02:00Z', 0, 'Submitted', '{"is":"Submitted","providerId":"a5"}'),
        (5, 3, '2026-01-10 08:03:00Z', 0, 'Delivered', '{"is":"Delivered","providerId":"a5"}'),
        (6, 2, '2026-01-10 08:02:00.123456Z', 789, 'Failed', '{"is":"Failed","reason":"no such number"}')
    ) as told (number, version, at, nanos, event, details)
) as entry (subject, id, version, at, nanos, event, details);
