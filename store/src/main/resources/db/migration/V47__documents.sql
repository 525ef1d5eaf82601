create table document (
    equipment text        not null,
    sha256    text        not null references attachment,
    name      text        not null,
    added     timestamptz not null,
    by        text        not null,
    primary key (equipment, sha256)
);
comment on table document is 'Which machine has which file (设备资料); the content stands in attachment, once for all';
