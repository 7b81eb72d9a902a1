-- What the platform's database user may do, once the tables are there. Run by their owner, after each upgrade again:
--   psql -h db.example -U zhibao_owner -d zhibao -f postgresql.sql
-- The user (create role zhibao_app login password '…') owns nothing, so it can neither change nor drop a table.

revoke all on all tables in schema public from zhibao_app;
grant usage on schema public to zhibao_app;
grant select, insert, update, delete on all tables in schema public to zhibao_app;
grant usage, select on all sequences in schema public to zhibao_app;

-- what is on record is added and read, never changed or removed
revoke update, delete on audit_entry, audit_seal, filing_revision, filing_correspondence, review_point,
    review_point_answer, finding_confirmation, suspension_letter, suspension_evidence, registry_change_letter,
    registry_change_evidence, key_industry_report, unit_succession, unit_lineage, unit_succession_revoked,
    unit_match_rejected, area_correspondence, area_signature, period_roster, rule_version, indicator_version,
    calendar_day, model_deployment, urging_target
    from zhibao_app;

-- migrations are the owner's
revoke insert, update, delete on flyway_schema_history from zhibao_app;
