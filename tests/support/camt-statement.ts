/** A credit (or, with a minus, a debit) of a statement: day, amount, who, and the bank's own number. */
export type CamtEntry = { readonly on: string; readonly amount: string; readonly name: string; readonly reference: string };

/** A camt.053 file in yuan that covers whole days in Shanghai; as a bank's host would drop it. */
export function camtStatement(entries: readonly CamtEntry[], [first, last]: readonly [string, string] = ['2026-11-16', '2026-11-25']): string {
	const party = (tag: string, name: string) => `<NtryDtls><TxDtls><RltdPties><${tag}><Nm>${name}</Nm></${tag}></RltdPties></TxDtls></NtryDtls>`;
	const rows = entries.map(({ on, amount, name, reference }) => {
		const credit = !amount.startsWith('-');
		return [
			`<Ntry><Amt Ccy="CNY">${amount.replace('-', '')}</Amt><CdtDbtInd>${credit ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts>BOOK</Sts>`,
			`<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>${party(credit ? 'Dbtr' : 'Cdtr', name)}</Ntry>`,
		].join('\n');
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id>
<FrToDt><FrDtTm>${first}T00:00:00+08:00</FrDtTm><ToDtTm>${last}T23:59:59+08:00</ToDtTm></FrToDt>
${rows.join('\n')}
</Stmt></BkToCstmrStmt></Document>
`;
}
