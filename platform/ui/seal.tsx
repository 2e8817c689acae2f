interface SealProps {
  /** The body's name, around the star. */
  readonly body: string
  /** Under the star: 电子印章; a demonstration's seals read 演示. */
  readonly below: string
}

/** A round seal: name around a star. Cinnabar, because it is authority. */
export function Seal({ body, below }: SealProps) {
  const arc = `seal-${[...body].map((sign) => sign.codePointAt(0)?.toString(36)).join('')}`
  // the arc is 132 long; a long name is written smaller rather than squeezed
  const letter = Math.min(13.5, Math.floor((126 / Math.max(1, body.length)) * 10) / 10)
  return (
    <svg className="seal" viewBox="0 0 120 120" role="img" aria-label={`${body} ${below}`}>
      <defs>
        <path id={arc} d="M18 62a42 42 0 1 1 84 0" />
      </defs>
      <circle cx="60" cy="60" r="55" fill="none" stroke="currentColor" strokeWidth="3.5" />
      <path fill="currentColor" d="M60 42l4.6 13.3h14l-11.3 8.3 4.2 13.4L60 68.9 48.5 77l4.2-13.4-11.3-8.3h14z" />
      <text fontFamily="var(--song)" fontSize={letter} fontWeight="700" fill="currentColor" textAnchor="middle">
        <textPath href={`#${arc}`} startOffset="50%">
          {body}
        </textPath>
      </text>
      <text x="60" y="98" textAnchor="middle" fontFamily="var(--song)" fontSize="11" fill="currentColor">
        {below}
      </text>
    </svg>
  )
}
