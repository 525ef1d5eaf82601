create table escalation (
    id          bigint      primary key references ticket deferrable initially deferred,
    state       text        not null,
    version     bigint      not null,
    due_at      timestamptz,
    over        boolean     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    facts       json        not null,
    details     json        not null
);
comment on table escalation is 'What is done so that no ticket is left alone (升级)';
create index escalation_due on escalation (due_at) where due_at is not null;

-- Who is being rung is asked before anybody is rung.
create index phone_order_placed on phone_order (placed_at);

create table coverage (
    number     bigint      generated always as identity primary key,
    model      text        not null,
    component  text        not null,
    since      date        not null,
    term       text        not null,
    reference  text        not null,
    entered_at timestamptz not null default now(),
    unique (model, component, since, term, reference)
);
comment on table coverage is 'For how long components are covered (部件质保); a change is a further line, and none is dropped';
