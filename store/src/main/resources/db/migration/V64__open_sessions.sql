create table open_session (
    digest      text        primary key,
    account     text        not null,
    stamp       bigint      not null,
    began       timestamptz not null,
    seen        timestamptz not null,
    expires     timestamptz not null,
    address     text        not null,
    browser     text        not null
);
comment on table open_session is 'Browsers that signed in (登录会话), until their sessions expire';
comment on column open_session.digest is 'SHA-256 of the cookie';
comment on column open_session.seen is 'When it was used last, to the minute or so';
