//! The figures of some sentences, found side by side.

use super::atoms::Atoms;
use super::draft::Draft;
use super::filter::Filter;
use super::measure::Measurer;
use super::numerals::{Numeral, Reader};
use super::ranges::{Joined, Joiner};
use super::roles::Roles;
use super::scan::Scanner;
use super::tables::Tables;
use super::{names, times};
use crate::analysis::reading::Reading;
use crate::document::Sentence;

/// So many sentences are read side by side: their atoms stay in the fastest cache of a processor.
pub(super) const SHEETS: usize = 8;

/// What is read of one sentence.
#[derive(Default)]
pub(super) struct Sheet<'a> {
    pub atoms: Atoms<'a>,
    numerals: Vec<Numeral>,
    joined: Vec<Joined>,
    pub drafts: Vec<Draft>,
}

/// Room for what is read of some sentences, used again for the next ones.
#[derive(Default)]
pub(super) struct Sheets<'a>([Sheet<'a>; SHEETS]);

impl<'a> Sheets<'a> {
    /// Finds the figures of [`SHEETS`] sentences at most: a sheet for each.
    ///
    /// Each step is taken for all sentences before the next one. The code of all steps together is larger
    /// than the fastest cache of a processor: sentence by sentence it would be fetched again and again.
    pub(super) fn read(&mut self, reading: &Reading<'a>, sentences: &[&Sentence]) -> &[Sheet<'a>] {
        let count = sentences.len().min(SHEETS);
        let sheets = &mut self.0[..count];
        for (sheet, sentence) in sheets.iter_mut().zip(sentences) {
            sheet.atoms.fill(reading, Tables::english(), sentence);
        }
        let steps = [
            Sheet::bar_times,
            Sheet::bar_names,
            Sheet::read_numerals,
            Sheet::measure,
            Sheet::join,
            Sheet::draft,
            Sheet::tie,
            Sheet::assign_roles,
            Sheet::share_roles,
        ];
        for step in steps {
            sheets.iter_mut().for_each(step);
        }
        sheets
    }
}

impl Sheet<'_> {
    fn bar_times(&mut self) {
        times::bar(&mut self.atoms);
    }

    fn bar_names(&mut self) {
        names::bar(&mut self.atoms);
    }

    fn read_numerals(&mut self) {
        self.numerals.clear();
        let (atoms, tables) = (&self.atoms, Tables::english());
        Reader { atoms, tables }.read_all(&mut self.numerals);
    }

    fn measure(&mut self) {
        let (atoms, tables) = (&self.atoms, Tables::english());
        let measurer = Measurer { atoms, tables };
        for numeral in &mut self.numerals {
            numeral.measure = numeral.measure.or_else(|| measurer.measure(numeral));
        }
    }

    fn join(&mut self) {
        let (atoms, tables) = (&self.atoms, Tables::english());
        let measurer = &Measurer { atoms, tables };
        let filter = Filter { atoms, measurer };
        self.joined.clear();
        Joiner { atoms }.join(&self.numerals, &mut self.joined);
        self.joined.retain(|joined| filter.keeps(&joined.numeral));
    }

    fn draft(&mut self) {
        let (atoms, tables) = (&self.atoms, Tables::english());
        let measurer = &Measurer { atoms, tables };
        let scanner = Scanner { atoms, measurer };
        self.drafts.clear();
        let drafts = self.joined.iter().map(|joined| scanner.draft(joined));
        self.drafts.extend(drafts);
    }

    fn tie(&mut self) {
        let (atoms, tables) = (&self.atoms, Tables::english());
        let measurer = &Measurer { atoms, tables };
        Scanner { atoms, measurer }.tie(&mut self.drafts);
    }

    fn assign_roles(&mut self) {
        let atoms = &self.atoms;
        Roles { atoms }.assign(&mut self.drafts);
    }

    fn share_roles(&mut self) {
        let atoms = &self.atoms;
        Roles { atoms }.share(&mut self.drafts);
    }
}
