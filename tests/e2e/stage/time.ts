import { expect, type Page } from '@playwright/test'

/** The administrator lets legal time stand on that day, on the page of the demonstration. */
export async function moveTo(administrator: Page, day: string): Promise<void> {
  await administrator.goto('/desk/admin/time')
  await administrator.getByLabel('日期').fill(day)
  await administrator.getByLabel('日期').press('Enter')
  await administrator.getByRole('button', { name: '拨到这一时刻' }).click()
  const [year, month, date] = day.split('-').map(Number)
  await expect(administrator.getByText('现在的法定时间停在')).toContainText(`${year}年${month}月${date}日`)
}
