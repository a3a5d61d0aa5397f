import { Printer } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { LocalButton } from '../ui/local-button.tsx';
import { PageViewer, useZoom } from '../ui/page-viewer.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { usePages } from '../ui/use-pages.ts';
import styles from './boleto-screen.module.css';
import type { ScreenProps } from './screen-props.ts';

/** The whole boleto, page by page, as large as the customer wants it. */
export function BoletoScreen({ screen }: ScreenProps<'boleto'>): ReactElement {
  const { t } = useTranslation();
  const { paper, pages, pageCount, canPrint } = screen;
  const page = usePages(pages, 1);
  const zoom = useZoom();
  const [shown] = page.items;
  return (
    <ScreenFrame
      {...(paper === 'boleto' && { step: 'pay' })}
      layout="keypad"
      back
      middle={
        <div className={styles.middle}>
          <Heading
            title={t(paper === 'boleto' ? 'boleto.title' : `secondCopies.kind.${paper}`)}
            lead={zoom.isLarge ? t('boleto.drag') : paper === 'boleto' ? t('boleto.lead') : undefined}
            className={styles.heading}
          />
          {shown === undefined ? null : (
            <PageViewer
              picture={shown}
              zoom={zoom}
              label={t(paper === 'boleto' ? 'boleto.page' : 'copy.page', {
                current: page.current,
                total: pageCount,
              })}
            />
          )}
        </div>
      }
      touch={
        <div className={styles.controls}>
          {pageCount === 1 ? null : (
            <nav className={styles.pages} aria-label={t('boleto.pages')}>
              <LocalButton
                testId="page-previous"
                icon="previous"
                inactive={page.current === 1}
                onTouch={() => page.turn(-1)}
              >
                {t('pages.previous')}
              </LocalButton>
              <p className={styles.position} role="status" data-testid="page-position">
                {t('pages.position', { current: page.current, total: pageCount })}
              </p>
              <LocalButton
                testId="page-next"
                icon="next"
                inactive={page.current === page.total}
                onTouch={() => page.turn(1)}
              >
                {t('pages.next')}
              </LocalButton>
            </nav>
          )}
          {page.current === page.total && pageCount > page.total ? (
            <p className={styles.more}>{t('boleto.more', { shown: page.total, total: pageCount })}</p>
          ) : null}
          <div className={styles.zoom}>
            <LocalButton testId="zoom-out" icon="smaller" inactive={!zoom.isLarge} onTouch={zoom.out}>
              {t('boleto.smaller')}
            </LocalButton>
            <LocalButton testId="zoom-in" icon="larger" inactive={zoom.isLargest} onTouch={zoom.in}>
              {t('boleto.larger')}
            </LocalButton>
          </div>
          {canPrint ? (
            <Button
              intent={{ type: 'print-pages' }}
              testId="action-print-pages"
              look="primary"
              icon={Printer}
            >
              {t('boleto.print')}
            </Button>
          ) : null}
        </div>
      }
    />
  );
}
