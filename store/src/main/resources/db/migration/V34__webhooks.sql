create table webhook (
    id          uuid        primary key,
    url         text        not null,
    subjects    text[]      not null,
    secret      text        not null,
    made_by     text        not null,
    created     timestamptz not null,
    position    bigint      not null
);
comment on table webhook is 'Systems that are told of changes (事件订阅)';
comment on column webhook.position is 'The change up to which webhook_delivery has been filled';

create table webhook_delivery (
    number      bigint      generated always as identity primary key,
    webhook     uuid        not null references webhook on delete cascade,
    position    bigint      not null,
    at          timestamptz not null,
    subject     text        not null,
    id          text        not null,
    event       text        not null,
    state       text        not null,
    attempts    integer     not null,
    due         timestamptz not null,
    trouble     text        not null,
    unique (webhook, position)
);
comment on table webhook_delivery is 'The outbox of webhooks, and those that were given up (死信)';
create index webhook_delivery_due on webhook_delivery (webhook, due) where state = 'WAITING';
create index webhook_delivery_state on webhook_delivery (state, number);
