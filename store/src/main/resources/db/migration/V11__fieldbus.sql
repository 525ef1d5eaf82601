alter table equipment
    add column modbus_host text,
    add column modbus_port integer,
    add column modbus_unit integer,
    add check (num_nulls(modbus_host, modbus_port, modbus_unit) in (0, 3));
comment on column equipment.modbus_host is 'Where its controller is polled (现场总线); null when it reports by itself';
comment on column equipment.modbus_unit is 'Which controller behind that address (从站号)';

alter table device
    add column over_quota_since timestamptz,
    add column over_quota_times bigint not null default 0;
comment on column device.over_quota_since is 'Since when it sends more than its quota allows (限流); null when it does not';
comment on column device.over_quota_times is 'How often that has begun';
