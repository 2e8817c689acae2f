import { Loaded, useCall } from '@guangyue/platform/ui/desk'
import { previewCompositionEndpoint } from '../../compose/api.ts'

/** The pages as they would be printed; read from top to bottom. */
export function PagePreview({ id }: { readonly id: string }) {
  const preview = useCall(previewCompositionEndpoint, { params: { id } })
  return (
    <Loaded query={preview}>
      {({ pages, lines, characters }) => (
        <ol className="pages" aria-label="各页">
          {pages.map((page, at) => (
            <li key={at} className="page" aria-label={`第 ${at + 1} 页`}>
              <div className="page__type" style={{ aspectRatio: `${characters} / ${lines * 1.7}` }}>
                {page.lines.map((line, n) => (
                  <span
                    key={n}
                    className={`page__line${line.strong ? ' page__line--strong' : ''}${line.red ? ' page__line--red' : ''}`}
                    style={{
                      top: `${(line.at / lines) * 100}%`,
                      left: `${(line.left / characters) * 100}%`,
                      fontSize: `calc(97cqw / ${characters} * ${line.size})`,
                    }}
                  >
                    {line.text}
                  </span>
                ))}
              </div>
              <p className="page__number">{page.number === null ? '' : `— ${page.number} —`}</p>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  )
}
