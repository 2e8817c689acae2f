/** 政府督查工作条例 17: objections within 30 days of the conclusion, decided within 30 days. */
export const TERM_DAYS = 30
