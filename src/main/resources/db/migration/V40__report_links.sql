-- what the latest revision of a report says about wastewater sent to a sewage plant (R50)
create table water_transfer (
    filing_id      bigint         not null,
    period         varchar(6)     not null,
    plant_org_code varchar(9)     not null,
    tonnes         numeric(20, 4) not null,
    constraint water_transfer_pk primary key (filing_id),
    constraint water_transfer_filing_fk foreign key (filing_id) references filing (id),
    constraint water_transfer_tonnes_ck check (tonnes > 0)
);
create index water_transfer_plant on water_transfer (plant_org_code, period);

-- annual statistics taken over from elsewhere (R52)
create table annual_figure (
    org_code     varchar(9)     not null,
    stat_year    integer        not null,
    cell         varchar(60)    not null,
    number_value numeric(24, 6) not null,
    constraint annual_figure_pk primary key (org_code, stat_year, cell),
    constraint annual_figure_unit_fk foreign key (org_code) references reporting_unit (org_code),
    constraint annual_figure_year_ck check (stat_year between 2011 and 2099)
);
