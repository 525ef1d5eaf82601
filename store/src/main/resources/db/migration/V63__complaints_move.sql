-- What the hotline registered so far is kept, and begins its way now: as open, with nobody told yet.
alter table complaint rename to old_complaint;
alter table old_complaint rename constraint complaint_pkey to old_complaint_pkey;
create table complaint (
    id          bigint      primary key,
    ticket      bigint      not null references ticket deferrable initially deferred,
    call        text        not null,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table complaint is 'The register of complaints (投诉登记簿) and how each stands; nothing ever leaves it';
comment on column complaint.call is 'In which it was made; empty when it was not made by telephone';
create unique index complaint_call on complaint (call) where call <> '';
create index complaint_ticket on complaint (ticket);
create index complaint_due on complaint (due_at) where due_at is not null;

-- The texts are those that the product writes, to the letter: it compares them.
create function pg_temp.instant(at timestamptz) returns text language sql as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || case when extract(microseconds from at)::bigint % 1000000 = 0 then ''
                when extract(microseconds from at)::bigint % 1000 = 0 then to_char(at, '.MS')
                else to_char(at, '.US') end || 'Z'
$$;

insert into complaint (id, ticket, call, state, version, due_at, over, opened_at, changed_at, facts, details)
select id, ticket, call, 'Open', 0, received, false, received, received,
    cast('{"id":' || id || ',"category":"' || category || '","ticket":' || ticket || ',"call":' || to_json(call)
        || ',"channel":"PHONE","name":"","number":' || to_json(number) || coalesce(',"customer":' || to_json(customer), '')
        || ',"text":"","received":"' || pg_temp.instant(received) || '","rules":{"routes":['
        || '{"category":"QUALITY","department":"ENGINEERING"},{"category":"PACKAGING","department":"WAREHOUSE"},'
        || '{"category":"CONDUCT","department":"MARKETING"},{"category":"DEALER","department":"COORDINATION"}],"ladder":['
        || '{"after":"PT0S","target":"SUPERVISOR","ways":["SMS"]},{"after":"PT24H","target":"MANAGER","ways":["SMS"]},'
        || '{"after":"PT72H","target":"DIRECTOR","ways":["SMS","VOICE"]}],"again":"PT24H","objections":2}}' as json),
    cast('{"is":"Open","course":{"objections":0,"flags":[]},"step":0,"since":"' || pg_temp.instant(received)
        || '","next":"' || pg_temp.instant(received) || '"}' as json)
from old_complaint;
insert into journal (position, subject, id, version, at, nanos, event, details)
select journal_position(cast(row_number() over (order by id) - 1 as integer)), 'complaint', id::text, 0, opened_at, 0, 'Opened', facts
from complaint;
drop table old_complaint;
