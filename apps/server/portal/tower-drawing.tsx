/** Line drawing of a city tower: four eaves on columns, a walled gate below, water in front. Decoration only. */
export function TowerDrawing() {
  return (
    <svg viewBox="0 0 400 384" aria-hidden="true" fill="none" stroke="currentColor">
      <Gate />
      {storeys.map((storey) => (
        <g key={storey.eave.tip}>
          <Columns storey={storey} />
          <Eave eave={storey.eave} />
        </g>
      ))}
      <path d="M188 24h24M200 24V6m-4 4a4 4 0 1 1 8 0 4 4 0 1 1-8 0" strokeWidth="1.4" />
      <path d="M182 24q6-8 18-10 12 2 18 10" fill="var(--surface)" strokeWidth="1.3" />
      {water.map(({ dashes, opacity }, row) => (
        <path key={dashes} d={`M26 ${338 + row * 6}H376`} strokeDasharray={dashes} opacity={opacity} />
      ))}
    </svg>
  )
}

interface EaveShape {
  /** Left tip; the drawing is symmetrical about x = 200. */
  readonly tip: number
  readonly tipY: number
  /** Left end of the ridge above. */
  readonly ridge: number
  readonly ridgeY: number
  readonly ribs: number
}

interface Storey {
  readonly left: number
  readonly top: number
  readonly bottom: number
  readonly bays: number
  readonly eave: EaveShape
}

const storeys: readonly Storey[] = [
  { left: 108, top: 196, bottom: 230, bays: 7, eave: { tip: 74, tipY: 187, ridge: 116, ridgeY: 166, ribs: 22 } },
  { left: 118, top: 140, bottom: 167, bays: 7, eave: { tip: 88, tipY: 131, ridge: 134, ridgeY: 112, ribs: 20 } },
  { left: 144, top: 94, bottom: 113, bays: 5, eave: { tip: 116, tipY: 85, ridge: 160, ridgeY: 70, ribs: 15 } },
  { left: 164, top: 54, bottom: 71, bays: 3, eave: { tip: 140, tipY: 45, ridge: 188, ridgeY: 24, ribs: 10 } },
]

const water = [
  { dashes: '22 18 33 14 40 12', opacity: 0.6 },
  { dashes: '44 20 60 11 30 18', opacity: 0.5 },
  { dashes: '17 12 36 22 46 20', opacity: 0.4 },
  { dashes: '52 24 20 30 61 16', opacity: 0.3 },
  { dashes: '0 14 44 38 18 25', opacity: 0.2 },
]

function Gate() {
  const courses = range(1, 8).map((course) => {
    const y = 236 + course * 10.4
    const inset = 76 - (12 * (y - 236)) / 94
    return `M${inset} ${y}H${400 - inset}`
  })
  return (
    <>
      <path d="M64 330 76 236H324L336 330Z" fill="var(--surface)" strokeWidth="1.5" />
      <path d={courses.join('')} strokeWidth=".45" opacity=".5" />
      <path d="M178 330V290a22 22 0 0 1 44 0v40Z" fill="var(--azure-tint)" strokeWidth="1.4" />
      <path d="M172 330V289a28 28 0 0 1 56 0v41" strokeWidth=".8" />
      <path d={`M74 236v-8${'h9v4h9v-4'.repeat(14)}`} />
    </>
  )
}

function Columns({ storey: { left, top, bottom, bays } }: { readonly storey: Storey }) {
  const right = 400 - left
  const bay = (right - left) / bays
  const columns = range(0, bays).map((column) => `M${left + column * bay} ${top}V${bottom}`)
  const balusters = range(0, bays * 4).map((post) => `M${left + (post * bay) / 4} ${bottom - 9}V${bottom}`)
  return (
    <>
      <path d={`M${left} ${top}H${right}V${bottom}H${left}Z`} fill="var(--surface)" strokeWidth="1.1" />
      <path d={columns.join('')} strokeWidth="1.5" />
      <path d={`M${left} ${bottom - 9}H${right}M${left} ${top + 7}H${right}`} strokeWidth=".8" />
      <path d={balusters.join('')} strokeWidth=".5" opacity=".7" />
    </>
  )
}

function Eave({ eave: { tip, tipY, ridge, ridgeY, ribs } }: { readonly eave: EaveShape }) {
  const edge = tipY + 12
  const bend = tipY - 0.4 * (tipY - ridgeY) + 4.8
  const lines = range(1, ribs - 1).map((rib) => {
    const head = ridge + ((400 - 2 * ridge) * rib) / ribs
    const foot = tip + 20 + ((360 - 2 * tip) * rib) / ribs
    const middle = (head + foot) / 2 + (foot - head) / 20
    return `M${head} ${ridgeY + 1}Q${middle} ${ridgeY + (edge - ridgeY) * 0.57} ${foot} ${edge - 1}`
  })
  return (
    <>
      <path
        d={`M${tip} ${tipY}Q${tip + 16} ${edge} ${tip + 46} ${edge}H${354 - tip}Q${384 - tip} ${edge} ${400 - tip} ${tipY}Q${366 - tip} ${bend} ${400 - ridge} ${ridgeY}H${ridge}Q${tip + 34} ${bend} ${tip} ${tipY}Z`}
        fill="var(--surface)"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d={lines.map(shortened).join('')} strokeWidth=".6" opacity=".55" />
    </>
  )
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}

/** One digit after the point is finer than a pen. */
function shortened(path: string): string {
  return path.replace(/\d+\.\d{2,}/g, (figure) => Number(figure).toFixed(1))
}
