-- Every tracked thing has the same skeleton: facts that never change, the state it is in, and the number of events that
-- brought it there. Facts and states are kept as JSON, byte for byte as the domain wrote them; what queries need stands in
-- columns beside them. The journal holds every event, so that each state can be recomputed.

create sequence ticket_number start 1001;

create table ticket (
    id          bigint      primary key,
    key         text        not null,
    equipment   text        not null,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table ticket is 'Tickets (工单)';
comment on column ticket.key is 'Of which only one ticket can be open, for instance lift-01/OVERHEATING';
comment on column ticket.equipment is 'Empty when unknown';
comment on column ticket.state is 'Name of the state; details holds the rest of it';
comment on column ticket.due_at is 'When the sweep must look at it again; null when only an outside event can move it';
create unique index ticket_open_key on ticket (key) where not over;
create index ticket_key on ticket (key, id);
create index ticket_due on ticket (due_at) where due_at is not null;
create index ticket_opened on ticket (opened_at);
create index ticket_equipment on ticket (equipment, id);

create table promise (
    id          uuid        primary key,
    ticket      bigint      not null references ticket deferrable initially deferred,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table promise is 'Promises with clocks (服务承诺)';
create index promise_ticket on promise (ticket);
create index promise_due on promise (due_at) where due_at is not null;
create index promise_opened on promise (opened_at);

create table callback (
    id          uuid        primary key,
    ticket      bigint      not null references ticket deferrable initially deferred,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table callback is 'Callbacks owed to callers (回电)';
create index callback_ticket on callback (ticket);
create index callback_due on callback (due_at) where due_at is not null;
create index callback_open on callback (opened_at) where not over;
create index callback_opened on callback (opened_at);

create table notice (
    id          uuid        primary key,
    ticket      bigint      not null,
    recipient   text        not null,
    code        text        not null,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table notice is 'Short messages, and the outbox that they leave by (短信)';
comment on column notice.recipient is 'The number in its one spelling: digits without the Chinese country code';
comment on column notice.code is 'Four digits that a reply names; empty when no reply is asked for';
create index notice_ticket on notice (ticket);
create index notice_due on notice (due_at) where due_at is not null;
create index notice_code on notice (code, opened_at) where code <> '';
create index notice_recipient on notice (recipient, opened_at);
create index notice_opened on notice (opened_at);

-- The journal's position must grow in the order in which changes become visible, or a reader who remembers a position
-- would miss a change that was written earlier and committed later. A plain sequence does not: so the position is made of
-- the transaction's number and a count within the transaction, and a reader is shown only positions below the oldest
-- transaction that is still running (journal_horizon).
create table journal_origin (
    shift bigint not null
);
comment on table journal_origin is 'Added to transaction numbers: keeps positions growing when the data move to another server';
insert into journal_origin values (0);

create function journal_position(count integer) returns bigint
    language sql volatile
    return (select ((pg_current_xact_id()::text::bigint + shift) << 20) + count from journal_origin);

create function journal_horizon() returns bigint
    language sql stable
    return (select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + shift) << 20 from journal_origin);

create table journal (
    position    bigint      primary key,
    subject     text        not null,
    id          text        not null,
    version     bigint      not null,
    at          timestamptz not null,
    nanos       smallint    not null,
    event       text        not null,
    details     json        not null,
    unique (subject, id, version)
);
comment on table journal is 'Every event of every ticket, promise, callback, notice and call; append-only';
comment on column journal.version is '0 for Opened, whose details are the facts; then the number of the event';
comment on column journal.nanos is 'The nanoseconds that timestamptz cannot hold: states are recomputed from exact times';

create table evidence (
    promise     uuid        not null,
    sequence    bigint      not null,
    at          timestamptz not null,
    entry       json        not null,
    hash        text        not null,
    primary key (promise, sequence)
);
comment on table evidence is 'What proves that a promise was kept (证据链); append-only';
comment on column evidence.hash is 'SHA-256 over the hash before it, sequence, time and entry';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op);
end
$$;
create trigger append_only before update or delete or truncate on journal
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on evidence
    for each statement execute function refuse_change();

create table phone_order (
    number      bigint      generated always as identity primary key,
    attempt     uuid        not null,
    kind        text        not null,
    details     json        not null,
    placed_at   timestamptz not null,
    taken_at    timestamptz,
    unique (attempt, kind)
);
comment on table phone_order is 'What the telephone system is asked to do; each order is handed out once';
create index phone_order_waiting on phone_order (number) where taken_at is null;

create table call (
    id               text        primary key,
    caller           text        not null,
    dialled          text        not null,
    began            timestamptz not null,
    ended            timestamptz,
    step             text        not null,
    confirmed_number text        not null,
    equipment_code   text        not null,
    ticket           bigint      not null,
    outcome          text        not null,
    recording        json,
    version          bigint      not null
);
comment on table call is 'The call log (呼叫日志): every call from its first sign of life';
create index call_began on call (began);
create index call_live on call (began) where ended is null;

create table customer (
    id       text   primary key,
    name     text   not null,
    address  text   not null,
    language text   not null,
    phones   text[] not null,
    numbers  text[] not null
);
comment on table customer is 'Customers (客户)';
comment on column customer.numbers is 'The phones in their one spelling, by which a caller is recognised';
create index customer_numbers on customer using gin (numbers);

create table equipment (
    id             text primary key,
    phone_code     text not null,
    name_zh        text not null,
    name_en        text not null,
    model          text not null,
    serial_number  text not null,
    customer       text not null references customer deferrable initially deferred,
    site           text not null,
    accepted_on    date not null,
    handed_over_on date not null,
    warranty_term  text not null
);
comment on table equipment is 'The register of equipment (设备台账); nothing ever leaves it';
comment on column equipment.phone_code is 'The digits by which a caller names it';
comment on column equipment.warranty_term is 'ISO 8601 period, for instance P3Y';
create index equipment_phone_code on equipment (phone_code);

create table roster (
    number     bigint      generated always as identity primary key,
    entered_at timestamptz not null default now(),
    details    json        not null
);
comment on table roster is 'Who is on duty when (值班表): the row with the highest number is in force';

create table device (
    equipment  text        primary key,
    last_heard timestamptz not null,
    status_at  timestamptz,
    online     boolean     not null
);
comment on table device is 'Every controller that was ever heard, registered or not';

create table device_event (
    number    bigint      generated always as identity primary key,
    equipment text        not null,
    at        timestamptz not null,
    received  timestamptz not null,
    code      text        not null,
    severity  text        not null,
    text      text        not null,
    unique (equipment, at, code)
);
comment on table device_event is 'Fault codes that controllers reported (设备事件)';

create table quarantine (
    id       uuid        primary key,
    received timestamptz not null,
    source   text        not null,
    topic    text        not null,
    payload  bytea       not null,
    reason   text        not null
);
comment on table quarantine is 'Messages that could not be understood (隔离消息), kept whole';
create index quarantine_received on quarantine (received);
