alter table call add column concern text not null default 'NONE';
alter table call add column language text not null default '';
comment on column call.concern is 'What the caller chose (来电事由)';
comment on column call.language is 'In which the caller was spoken to; the next call begins in it';
create index call_caller on call (caller, began);

create sequence complaint_number start 5001;
create table complaint (
    id       bigint      primary key,
    category text        not null,
    ticket   bigint      not null references ticket deferrable initially deferred,
    call     text        not null unique,
    number   text        not null,
    customer text,
    received timestamptz not null
);
comment on table complaint is 'The register of complaints (投诉登记簿); nothing ever leaves it';

create table rating (
    callback uuid        primary key,
    ticket   bigint      not null,
    staff    text        not null,
    score    smallint    not null check (score between 1 and 5),
    at       timestamptz not null
);
comment on table rating is 'What customers thought of callbacks (满意度评分)';
create index rating_at on rating (at);
