-- The audit trail can be searched, says what was before and after and whether it was done; seals tell whether it is whole.

alter table audit_entry add column outcome varchar(8) default 'DONE' not null;
alter table audit_entry add constraint audit_entry_outcome_ck check (outcome in ('DONE', 'REFUSED'));
alter table audit_entry add column org_code varchar(9);
alter table audit_entry add column period varchar(6);
alter table audit_entry add column before_text varchar(4000) default '' not null;
alter table audit_entry add column after_text varchar(4000) default '' not null;

update audit_entry set period = substring(subject from 8 for 6), org_code = substring(subject from 15 for 9)
where subject like 'filing/______/_________';

create index audit_entry_at on audit_entry (at);
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_org_code on audit_entry (org_code, id);
create index audit_entry_period on audit_entry (period, id);
create index audit_entry_address on audit_entry (address, id);
create index audit_entry_outcome on audit_entry (outcome, id);

-- 封存: entries from_id..to_id as they were when their time was over, each seal chained to the one before
create table audit_seal (
    number     bigint      not null,
    from_id    bigint      not null,
    to_id      bigint      not null,
    entries    integer     not null,
    hash       varchar(64) not null,
    previous   varchar(64) not null,
    sealed_at  timestamp(6) with time zone not null,
    constraint audit_seal_pk primary key (number),
    constraint audit_seal_previous_uq unique (previous),
    constraint audit_seal_number_ck check (number > 0),
    constraint audit_seal_range_ck check (from_id <= to_id and entries > 0)
);
