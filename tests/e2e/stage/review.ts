import { listDraftsEndpoint } from '@guangyue/modules/ledger/api'
import { expect, type Page } from '@playwright/test'
import { told } from './ask.ts'

/** Opens the review at the clause that is cited so: 澜政办发〔2023〕10号 一10. Comes back with the measure's id. */
export async function openClause(page: Page, label: string): Promise<string> {
  const { items } = await told(page, listDraftsEndpoint, { query: { limit: 500 } })
  const item = items.find(({ cite }) => cite.label === label)
  if (item === undefined) throw new Error(`no clause: ${label}`)
  await page.goto(`/desk/ledger/review?measure=${item.id}`)
  await expect(page.getByRole('region', { name: /^原文/ })).toBeVisible()
  return item.id
}

/** The tasks that the open clause becomes. */
export const draftPane = (page: Page) => page.getByRole('region', { name: /^(草稿|已成立)/ })

/** Picks a unit by its name from the list that the focused picker has opened. */
export async function pickUnit(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '单位名称' }).fill(name)
  await page.locator('.ant-select-item-option', { hasText: name }).first().click()
}

/** Selects words of the open clause, as one does with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator('.src').evaluate((source, sought) => {
    const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1
      if (at >= 0) {
        getSelection()?.setBaseAndExtent(node, at, node, at + sought.length)
        return
      }
    }
    throw new Error(`not in the clause: ${sought}`)
  }, words)
  await expect(page.getByText(`选中 ${words.length} 字，标为`)).toBeVisible()
}

/** Confirms on the open review whatever has no fault, and waits until the tasks stand. */
export async function confirmFaultless(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^确认无疑点的 \d+ 条$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^确\s*认$/ })
    .click()
  await expect(page.getByText(/已确认 \d+ 条，成立任务 \d+ 项/)).toBeVisible({ timeout: 60_000 })
}
