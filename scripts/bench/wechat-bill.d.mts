export function wechatBill(rows: number): string;
