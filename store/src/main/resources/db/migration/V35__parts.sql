create table part (
    number  text    primary key,
    name_zh text    not null,
    name_en text    not null,
    models  text[]  not null,
    unit    text    not null,
    place   text    not null,
    stock   integer not null check (stock >= 0)
);
comment on table part is 'Spare parts and their stock (备件)';
