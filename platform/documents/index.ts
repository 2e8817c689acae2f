export { writeDocx } from './docx.ts'
export { type WrittenPdf, writePdf } from './pdf.ts'
