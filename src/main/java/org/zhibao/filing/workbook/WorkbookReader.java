package org.zhibao.filing.workbook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhibao.filing.FilingDossier;
import org.zhibao.office.FileGuard;
import org.zhibao.office.FileLimits;
import org.zhibao.refusal.Refusal;

/** Opens an uploaded workbook and makes sure that it is the one downloaded for this report. */
@Component
class WorkbookReader {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookReader.class);

    private final ObjectMapper json;

    WorkbookReader(ObjectMapper json) {
        this.json = json;
    }

    /** The file as a workbook; refused with 422 if it is none. */
    XSSFWorkbook open(byte[] file) {
        FileGuard.requireWorkbook(file, FileLimits.REPORT);
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException damaged) {
            LOG.debug("An uploaded file is no workbook", damaged);
            throw WorkbookRefused.because("damaged");
        }
    }

    /** What is written into a workbook; refused with 422 if it belongs to another report. */
    ReadFile read(XSSFWorkbook workbook, FilingDossier dossier) {
        try {
            return new WorkbookCells(workbook, dossier.form()).read();
        } catch (Refusal refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            LOG.debug("An uploaded workbook cannot be read", damaged);
            throw WorkbookRefused.because("damaged");
        }
    }

    /** The workbook's seal, if it was made for this report. */
    Seal seal(XSSFWorkbook workbook, FilingDossier dossier) {
        Seal seal = sealed(workbook).orElseThrow(() -> WorkbookRefused.because("foreign"));
        if (!seal.orgCode().equals(dossier.unit().orgCode())) {
            throw WorkbookRefused.because("other-unit", seal.unitName(), seal.orgCode(), dossier.unit().name(),
                    dossier.unit().orgCode());
        }
        if (!seal.period().equals(dossier.period().code())) {
            throw WorkbookRefused.because("other-period", seal.period(), dossier.period().code());
        }
        return seal;
    }

    private Optional<Seal> sealed(XSSFWorkbook workbook) {
        try {
            return Seal.read(workbook, json);
        } catch (Seal.Broken broken) {
            throw WorkbookRefused.because(broken.ofOtherLayout() ? "other-layout" : "seal");
        } catch (RuntimeException damaged) {
            LOG.debug("The seal of an uploaded workbook cannot be read", damaged);
            throw WorkbookRefused.because("damaged");
        }
    }
}
