// Placeholder until `npm run schema` writes the table types.
export interface Tables {}
