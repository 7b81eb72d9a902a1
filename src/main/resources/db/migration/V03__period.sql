-- Reporting periods with their three deadlines.

create table reporting_period (
    code           varchar(6)                  not null,
    version        integer                     not null,
    enterprise_due timestamp(6) with time zone not null,
    city_due       timestamp(6) with time zone not null,
    province_due   timestamp(6) with time zone not null,
    state          varchar(10)                 not null,
    expected_count integer                     not null,
    opened_count   integer                     not null,
    opened_at      timestamp(6) with time zone,
    constraint reporting_period_pk primary key (code),
    constraint reporting_period_code_ck check (regexp_like(code, '^20[0-9]{2}Q[1-4]$')),
    constraint reporting_period_due_ck check (enterprise_due < city_due and city_due < province_due),
    constraint reporting_period_state_ck check (state in ('PLANNED', 'OPENING', 'OPEN', 'CLOSED')),
    constraint reporting_period_counts_ck check (expected_count >= 0 and opened_count >= 0),
    constraint reporting_period_opened_ck check ((state in ('PLANNED', 'OPENING')) = (opened_at is null))
);
