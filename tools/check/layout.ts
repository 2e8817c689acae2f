/** The city's modules in their order, which is law: a module may use those before it and none after it. */
export const moduleOrder = [
  'organisations',
  'identity',
  'gazette',
  'rules',
  'registers',
  'subjects',
  'ledger',
  'catalogue',
  'licences',
  'cases',
  'benefits',
  'engagement',
  'oversight',
  'exchange',
] as const

/** The five workspace packages; there is no sixth. */
export const workspacePackages = ['apps/cli', 'apps/server', 'kernel', 'modules', 'platform'] as const
