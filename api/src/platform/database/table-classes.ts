/**
 * Whose each table is. `unit`: what is not released is seen by those who read for its unit. `ministry`: what
 * is not released is seen by those who read everything. Both are held by row-level security. The others have
 * none, and why is their class: `reference` is everybody's to read, `identity` is of persons and read by the
 * product for itself, `trail` is only ever appended to, `technical` tells of the database itself.
 * A new table stands here, or a test fails.
 */
export type TableClass = 'unit' | 'ministry' | 'reference' | 'identity' | 'trail' | 'technical';

const of = (kind: TableClass, names: string): [string, TableClass][] =>
  names.split(/\s+/).map((name) => [name, kind]);

export const TABLE_CLASSES: Readonly<Record<string, TableClass>> = Object.fromEntries([
  ...of(
    'unit',
    `observation duty_submission task_status maturity_self_assessment registered_database
     registered_database_version database_inventory_step database_finding sharing_obstacle sharing_obstacle_step
     sharing_service assessment_unit assessment_node assessment_figure`,
  ),
  ...of(
    'ministry',
    `assessment edition edition_assessment check_figure data_import national_database_assertion
     national_database_owner`,
  ),
  ...of(
    'reference',
    `source region organisation_unit unit_name unit_kind unit_code unit_region unit_alias succession
     ministry_in_charge report_recipient data_element data_set framework_version framework_node framework_event
     peer_group legal_document clause programme target_group target target_owner target_condition measure
     task_party task_group task task_action task_solution task_plan_duty task_count duty guidance_framework
     guidance_group guidance_activity maturity_level maturity_criterion database_term national_database
     national_database_fact operator_setting unit_change`,
  ),
  ...of(
    'identity',
    `person password_credential totp_credential recovery_code oidc_identity one_time_link person_session
     api_key role_grant sign_in_throttle oidc_transaction`,
  ),
  ...of('trail', 'audit_event audit_head audit_seal'),
  ...of('technical', 'migration reference_load sample_load'),
]);
