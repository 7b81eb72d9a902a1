-- Three more capacities: security administrators, the service desk, and group companies, which read what their subsidiaries
-- file. The check of the old roles has no name that both databases know: the column is made anew.
alter table account add column group_code varchar(18);
alter table account drop constraint account_enterprise_has_unit;
alter table account add column capacity varchar(16);
update account set capacity = role;
alter table account drop column role;
alter table account rename column capacity to role;
alter table account alter column role set not null;
alter table account add constraint account_role_ck check (role in ('ENTERPRISE', 'COUNTY', 'CITY', 'PROVINCE', 'ADMIN',
    'AUDITOR', 'SECURITY', 'SUPPORT', 'GROUP'));
alter table account add constraint account_enterprise_has_unit check ((role = 'ENTERPRISE') = (org_code is not null));
alter table account add constraint account_group_has_code check ((role = 'GROUP') = (group_code is not null));
create index account_role_ix on account (role, user_id);
