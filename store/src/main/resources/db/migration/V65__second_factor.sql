alter table account add column factor text not null default '';
alter table account add column factor_confirmed boolean not null default false;
alter table account add column factor_step bigint not null default 0;
alter table account add column recovery text[] not null default '{}';
comment on column account.factor is 'Secret of the second factor (双因素认证), encrypted; empty when there is none';
comment on column account.factor_step is 'Step of 30 seconds whose code was accepted last';
comment on column account.recovery is 'SHA-256 of the recovery codes that are not used up';
