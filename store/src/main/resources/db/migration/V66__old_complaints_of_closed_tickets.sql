-- Complaints from before they had to be answered were all opened anew, and would go up the whole ladder in a few seconds, to the telephone of
-- the top management. Whoever complained under a ticket that is closed was called back and is content: that is written down, and nobody is told.
create temporary table answered_before on commit drop as
select complaint.id, row_number() over (order by complaint.id) as place
from complaint join ticket on ticket.id = complaint.ticket
where complaint.version = 0 and ticket.state = 'Closed';

insert into journal (position, subject, id, version, at, nanos, event, details)
select journal_position(cast(place * 2 + version as integer)), 'complaint', cast(id as text), version, date_trunc('second', now()), 0, event,
    cast(details as json)
from answered_before, (values
    (1, 'Answered', '{"is":"Answered","by":{"is":"Product"},"cause":"","remedy":"called back","prevention":""}'),
    (2, 'Settled', '{"is":"Settled","by":{"is":"Product"}}')) as told (version, event, details);

update complaint set state = 'Settled', version = 2, due_at = null, over = true, changed_at = date_trunc('second', now()),
    details = cast('{"is":"Settled","course":{"objections":0,"flags":[]},"step":0,"at":"'
        || to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"}' as json)
from answered_before where complaint.id = answered_before.id;

-- Where a promise was made at a fraction of a microsecond, its deadline was rounded; it is cut off, as everything that is compared with it.
update promise set deadline =
        cast(regexp_replace(facts ->> 'made', '(\.\d{6})\d+Z$', '\1Z') as timestamptz) + cast(facts -> 'clause' ->> 'within' as interval)
    where facts ->> 'made' ~ '\.\d{7,}Z$';
