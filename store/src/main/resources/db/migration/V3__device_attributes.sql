create table device_attribute (
    equipment text        not null,
    name      text        not null,
    value     text        not null,
    at        timestamptz not null,
    primary key (equipment, name)
);
comment on table device_attribute is 'What controllers say of themselves that is no measurement (设备属性)';
comment on column device_attribute.value is 'JSON; kept as text because jsonb refuses some of what JSON allows';
