import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { PrintedInvoice, PrintedLine } from "./printed";

/** The family that the fonts of the paper are registered under. */
export const paperFont = "Geist";

/**
 * The paper: A4, one table, sums at its foot; lines that do not fit go on on the next page under their
 * heading.
 */
export function InvoiceDocument({ printed }: { printed: PrintedInvoice }) {
  const { number, seller, customer, facts, lines, sums, notes } = printed;
  return (
    <Document title={`Invoice ${number}`} author={seller[0] ?? ""} language="en">
      <Page size="A4" style={styles.page}>
        <View style={styles.head}>
          <View style={styles.what}>
            <Text style={styles.caption}>Invoice</Text>
            <Text style={styles.title}>{number}</Text>
          </View>
          <Address title="From" lines={seller} />
          <Address title="To" lines={customer} />
        </View>
        <View style={styles.facts}>
          {facts.map(([name, value]) => (
            <View key={name} style={styles.fact}>
              <Text style={styles.caption}>{name}</Text>
              <Text>{value}</Text>
            </View>
          ))}
        </View>
        <View style={[styles.row, styles.heading]} fixed>
          <Cells line={headings} />
        </View>
        {lines.map((line) => (
          <View key={line.position} style={styles.row} wrap={false}>
            <Cells line={line} />
          </View>
        ))}
        <View style={styles.sums} wrap={false}>
          {sums.map(([name, value]) => (
            <View key={name} style={name === "Total" ? [styles.sum, styles.total] : styles.sum}>
              <Text>{name}</Text>
              <Text>{value}</Text>
            </View>
          ))}
        </View>
        {notes.map((note) => (
          <Text key={note} style={styles.note}>
            {note}
          </Text>
        ))}
        <Text
          style={styles.foot}
          fixed
          render={({ pageNumber, totalPages }) => `${number} · page ${pageNumber} of ${totalPages}`}
        />
      </Page>
    </Document>
  );
}

const headings: PrintedLine = {
  position: "#",
  description: "For",
  period: "Service period",
  quantity: "Quantity",
  list: "List",
  discount: "Discount",
  net: "Net",
  tax: "Tax",
};

function Address({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <View style={styles.address}>
      <Text style={styles.caption}>{title}</Text>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </View>
  );
}

function Cells({ line }: { line: PrintedLine }) {
  return (
    <>
      <Text style={styles.narrow}>{line.position}</Text>
      <View style={styles.wide}>
        <Text>{line.description}</Text>
        <Text style={styles.quiet}>{line.period}</Text>
      </View>
      <Text style={styles.quantity}>{line.quantity}</Text>
      <Text style={styles.amount}>{line.list}</Text>
      <Text style={styles.amount}>{line.discount}</Text>
      <Text style={styles.amount}>{line.net}</Text>
      <Text style={styles.rate}>{line.tax}</Text>
    </>
  );
}

const [ink, muted, rule] = ["#16202a", "#566472", "#d5dbe1"];

const styles = StyleSheet.create({
  page: { fontFamily: paperFont, fontSize: 9, color: ink, padding: "18mm 16mm 20mm" },
  head: { flexDirection: "row", gap: 18 },
  what: { flex: 1 },
  title: { fontSize: 18, fontWeight: 600, lineHeight: 1.2 },
  address: { width: 150 },
  caption: { color: muted, fontSize: 7.5 },
  facts: { flexDirection: "row", flexWrap: "wrap", gap: 20, marginTop: 22, marginBottom: 18 },
  fact: { minWidth: 60 },
  row: { flexDirection: "row", gap: 8, paddingVertical: 4, borderBottomWidth: 0.5, borderColor: rule },
  heading: { color: muted, fontSize: 7.5, borderColor: ink },
  narrow: { width: 14, textAlign: "right" },
  wide: { flex: 1 },
  quiet: { color: muted, fontSize: 7.5 },
  quantity: { width: 118, textAlign: "right" },
  amount: { width: 54, textAlign: "right" },
  rate: { width: 40, textAlign: "right" },
  sums: { alignSelf: "flex-end", width: 250, marginTop: 14 },
  sum: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 2 },
  total: { fontWeight: 600, borderTopWidth: 0.5, borderColor: ink },
  note: { marginTop: 10, color: muted },
  foot: {
    position: "absolute",
    bottom: 26,
    height: 12,
    left: "16mm",
    right: "16mm",
    color: muted,
    fontSize: 7.5,
  },
});
