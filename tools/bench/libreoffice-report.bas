' What somebody does with the file in LibreOffice Calc: opens it, puts the year beside each booking, lays a pivot table over
' lines, years and kinds, and reads it.

Sub Main
  On Error GoTo Failed
  Dim began, document, bookings
  began = GetSystemTicks()
  document = StarDesktop.loadComponentFromURL(Environ("REPORT_FILE"), "_blank", 0, Array( _
    Named("Hidden", True), Named("FilterName", "Text - txt - csv (StarCalc)"), _
    Named("FilterOptions", Environ("REPORT_OPTIONS"))))
  Tell("load" & Chr(9) & (GetSystemTicks() - began))

  began = GetSystemTicks()
  bookings = document.Sheets.getByIndex(0)
  PutYears(bookings)
  Tell("years" & Chr(9) & (GetSystemTicks() - began))

  began = GetSystemTicks()
  document.Sheets.insertNewByName("Pivot", 1)
  LayPivot(bookings, document.Sheets.getByIndex(1))
  Tell("pivot" & Chr(9) & (GetSystemTicks() - began))

  began = GetSystemTicks()
  TellPivot(document.Sheets.getByIndex(1))
  Tell("read" & Chr(9) & (GetSystemTicks() - began))
  StarDesktop.terminate()
  Exit Sub
Failed:
  Tell("failed" & Chr(9) & Error$)
  StarDesktop.terminate()
End Sub

Sub PutYears(sheet)
  sheet.getCellByPosition(8, 0).String = "Jahr"
  sheet.getCellByPosition(8, 1).Formula = "=YEAR(A2)"
  sheet.getCellRangeByPosition(8, 1, 8, UsedPart(sheet).EndRow).fillAuto(com.sun.star.sheet.FillDirection.TO_BOTTOM, 1)
End Sub

Sub LayPivot(sheet, target)
  Dim place As New com.sun.star.table.CellAddress
  Dim tables, descriptor, fields
  place.Sheet = target.RangeAddress.Sheet
  tables = target.getDataPilotTables()
  descriptor = tables.createDataPilotDescriptor()
  descriptor.setSourceRange(UsedPart(sheet))
  fields = descriptor.getDataPilotFields()
  fields.getByIndex(2).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.ROW
  fields.getByIndex(8).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.COLUMN
  fields.getByIndex(6).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.COLUMN
  fields.getByIndex(5).Orientation = com.sun.star.sheet.DataPilotFieldOrientation.DATA
  fields.getByIndex(5).Function = com.sun.star.sheet.GeneralFunction.SUM
  tables.insertNewByName("Pivot", place, descriptor)
End Sub

Function UsedPart(sheet)
  Dim cursor
  cursor = sheet.createCursor()
  cursor.gotoStartOfUsedArea(False)
  cursor.gotoEndOfUsedArea(True)
  UsedPart = cursor.RangeAddress
End Function

' A line of the answer for each row of the pivot table, cell by cell.
Sub TellPivot(sheet)
  Dim cursor, row, cell, text
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(True)
  For Each row In cursor.getDataArray()
    text = "row"
    For Each cell In row
      text = text & Chr(9) & cell
    Next
    Tell(text)
  Next
End Sub

Function Named(name, value)
  Dim property As New com.sun.star.beans.PropertyValue
  property.Name = name
  property.Value = value
  Named = property
End Function

Sub Tell(text)
  Dim file
  file = FreeFile
  Open Environ("REPORT_ANSWER") For Append As #file
  Print #file, text
  Close #file
End Sub
