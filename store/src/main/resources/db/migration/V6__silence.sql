alter table device add column said_online boolean not null default false;
update device set said_online = online;
comment on column device.said_online is 'What its newest status message says';
comment on column device.online is 'The same, until it has been silent for too long; again once it is heard';
