-- Yearly lists of units, the roster each period is reported by (W7), and the course of a period to its archive.

create table roster_entry (
    list_year integer     not null,
    org_code  varchar(9)  not null,
    source    varchar(10) not null,
    constraint roster_entry_pk primary key (list_year, org_code, source),
    constraint roster_entry_unit_fk foreign key (org_code) references reporting_unit (org_code),
    constraint roster_entry_year_ck check (list_year between 2013 and 2099),
    constraint roster_entry_source_ck check (source in ('NATIONAL', 'PROVINCIAL', 'CITY', 'OTHER'))
);

-- what an administrator changes about one period's roster before confirming it
create table roster_adjustment (
    period       varchar(6)   not null,
    org_code     varchar(9)   not null,
    kind         varchar(10)  not null,
    reason       varchar(400) not null,
    made_by      varchar(64)  not null,
    made_by_name varchar(100) not null,
    made_at      timestamp(6) with time zone not null,
    constraint roster_adjustment_pk primary key (period, org_code),
    constraint roster_adjustment_period_fk foreign key (period) references reporting_period (code),
    constraint roster_adjustment_unit_fk foreign key (org_code) references reporting_unit (org_code),
    constraint roster_adjustment_kind_ck check (kind in ('ADDED', 'LEFT_OUT')),
    constraint roster_adjustment_reason_ck check (char_length(reason) > 0)
);

-- the confirmed roster: rows are only ever added
create table period_roster (
    period   varchar(6) not null,
    org_code varchar(9) not null,
    constraint period_roster_pk primary key (period, org_code),
    constraint period_roster_period_fk foreign key (period) references reporting_period (code),
    constraint period_roster_unit_fk foreign key (org_code) references reporting_unit (org_code)
);

alter table reporting_period add column closes_at timestamp(6) with time zone;
alter table reporting_period add column report_due timestamp(6) with time zone;
alter table reporting_period add column archive_due timestamp(6) with time zone;
update reporting_period set closes_at = province_due, report_due = province_due, archive_due = province_due;
alter table reporting_period alter column closes_at set not null;
alter table reporting_period alter column report_due set not null;
alter table reporting_period alter column archive_due set not null;

-- the open act of the period's process
alter table reporting_period add column task varchar(10);
alter table reporting_period add column task_id varchar(64);
alter table reporting_period add column task_due timestamp(6) with time zone;
alter table reporting_period add column task_overdue boolean default false not null;

alter table reporting_period add constraint reporting_period_course_ck
    check (province_due <= closes_at and closes_at <= report_due and report_due <= archive_due);
alter table reporting_period add constraint reporting_period_task_ck
    check ((task is null) = (task_id is null) and (task is null) = (task_due is null)
        and (task is null or task in ('CONFIRM', 'REPORT', 'ARCHIVE')));
alter table reporting_period drop constraint reporting_period_state_ck;
alter table reporting_period add constraint reporting_period_state_ck check (state in
    ('PLANNED', 'CONFIRMED', 'OPENING', 'OPEN', 'CLOSED', 'REPORTING', 'REPORTED', 'ARCHIVING', 'ARCHIVED'));
alter table reporting_period drop constraint reporting_period_opened_ck;
alter table reporting_period add constraint reporting_period_opened_ck
    check ((state in ('PLANNED', 'CONFIRMED', 'OPENING')) = (opened_at is null));
